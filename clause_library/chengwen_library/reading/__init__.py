"""Reading: source file to Measure, in small stages."""
