"""The words that rules look for.

They are English: where a canvas is in another language, rules that would conclude something from the absence
of a word stay silent.
"""
