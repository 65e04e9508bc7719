# Ce qui est publié de l’ensemble aux partenaires, et quand.

released-as-of = Totaux et place au { $day }. Ils sont revus chaque lundi; un changement qui révélerait un partenaire attend qu’assez d’autres changent aussi.
released-not-yet = Les totaux de cette édition seront publiés lundi prochain.
