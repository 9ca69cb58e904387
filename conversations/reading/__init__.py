"""What founders type, understood: amounts, lists, partners, people, remarks, changes."""
