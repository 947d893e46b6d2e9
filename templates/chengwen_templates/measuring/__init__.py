"""Measuring: what a produced document really measures, beside what GB/T 9704-2012 asks for."""
