"""A municipality's figures: declared measures, counted from verdicts and from the case's own records."""
