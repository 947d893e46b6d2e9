"""The families of rules, a module each: `check(subject)` yields what its rules find."""
