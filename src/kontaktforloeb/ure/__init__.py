"""The kinds of clock: from a timeline to periods."""
