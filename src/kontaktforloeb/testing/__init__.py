"""For those who test: synthetic caseloads, and Hypothesis strategies for cases."""
