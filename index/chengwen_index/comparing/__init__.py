"""Clause against clause and measure against measure: likeness, differences, alignment, coverage, families."""
