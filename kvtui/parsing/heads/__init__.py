"""What stands above the first question and beside the text: who asks whom, about what, when."""
