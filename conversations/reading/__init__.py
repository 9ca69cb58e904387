"""What founders type, understood: amounts, lists, partners, people, remarks and changes, as plain functions."""
