"""Checking a measure as a careful colleague would: rules with a basis, a place, and a fix where one is mechanical."""
