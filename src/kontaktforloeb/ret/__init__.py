"""THE LAW: declarations only. Imports the vocabulary and the codes, nothing else."""
