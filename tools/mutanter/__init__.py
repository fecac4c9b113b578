"""Mutants: the law and the engine changed one place at a time, to see that a test notices."""
