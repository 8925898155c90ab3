"""Official publications in KOOP's XML."""
