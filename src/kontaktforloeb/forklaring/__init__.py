"""Sentences in Danish and English, made from declarations and findings: never a decision (afgørelse)."""
