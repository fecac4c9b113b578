"""For those who import the library: invented cases, Hypothesis strategies, and properties to test an integration with.

* `timelines` makes case documents from a seed or from any other source of choices (`chooser`); needs nothing else.
* `strategies` are the same as Hypothesis strategies, which shrink to small, readable counterexamples. They need the
  extra: `pip install kontaktforloeb[test]`.
* `properties` is what holds of every verdict, and two checks of a case system: `check_export` (a case stored and
  exported is judged alike) and `check_judge` (the system's own answer is the library's).
* `generator` makes synthetic caseloads for examples and measurements.

A test of an integration is three lines:

>>> from kontaktforloeb.testing.properties import check_export
>>> def through_the_system(document):
...     return document  # store it, and return what the system exports
>>> check_export(through_the_system, examples=5)

Nobody is described by anything made here.
"""
