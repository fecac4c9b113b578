"""The documentation's own generator: from the rule data and computed verdicts to plain Markdown."""
