# L’exposition : médias, publications, rubans et outils remis, à part des personnes.

panel-exposure = Exposition
exposure-title = Exposition, à part
exposure-finding = { $count ->
    [0] En { $edition }, personne n’est compté rejoint
    [one] À côté de { $people } personne rejointe en { $edition }
   *[other] À côté de { $people } personnes rejointes en { $edition }
 }, sans s’y additionner : { $said }.
exposure-none = Aucune exposition n’est inscrite pour { $edition } : médias, publications, rubans et outils remis.
exposure-by-unit = Ce qui a porté la campagne, par unité
exposure-note = Des affichages, des vues ou des rubans ne sont pas des personnes : rien ici n’entre dans les personnes rejointes, et deux unités ne s’additionnent pas.
exposure-rows = Ligne par ligne, { $edition }
exposure-unfiltered = Les filtres ne changent rien à l’exposition, qui est celle de toute la campagne.
exposure-way = Inscrire ou corriger l’exposition
exposure-what = Quoi
exposure-channel = Canal
exposure-from = Du
exposure-to = Au
exposure-number = Nombre
exposure-unit = Unité
exposure-source = Source
exposure-kind = Données
exposure-fictional = Démonstration, fictive
exposure-desk = Exposition : ce qui a porté la campagne, à part des personnes
exposure-desk-note = Médias, publications, rubans et outils remis. Rien ici n’est additionné aux personnes rejointes, ni d’une unité à l’autre. Ajoutez une ligne au bas du tableau; pour en retirer une, cochez-la et supprimez-la; puis enregistrez. Le conseil voit ces lignes, les partenaires non.
exposure-save = Enregistrer
exposure-saved = { $added ->
    [0] Aucune ligne ajoutée
    [one] Une ligne ajoutée
   *[other] { $added } lignes ajoutées
 }, { $out ->
    [0] aucune retirée
    [one] une retirée
   *[other] { $out } retirées
 }{ $same ->
    [0] .
    [one]; une y était déjà.
   *[other]; { $same } y étaient déjà.
 }
exposure-wrong = Ligne { $row }, colonne « { $column } » : { $problem }
exposure-unsaved = Rien n’a été enregistré.
exposure-file = Ajouter un fichier
exposure-template = Télécharger le gabarit
exposure-drop = Un tableau qui a les colonnes du gabarit; il est pris en entier ou pas du tout
exposure-add = { $count ->
    [0] Rien à ajouter
    [one] Ajouter la ligne
   *[other] Ajouter les { $count } lignes
 }
exposure-gone = { $count ->
    [one] Une ligne retirée
   *[other] { $count } lignes retirées
 }
exposure-choose = Ligne à remettre
exposure-removed = { $edition } · { $what } · { $counted } (retirée par { $who }, { $moment })
exposure-restore = Remettre cette ligne
exposure-restored = La ligne est remise.
event-exposure_added = Exposition inscrite
event-exposure_removed = Exposition retirée
event-exposure_restored = Exposition remise
