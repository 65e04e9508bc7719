# La page D’où vient ce chiffre, et le chemin qui y mène.

page-trace = D’où vient ce chiffre
way-to-trace = D’où viennent ces chiffres
finding-trace = { $people } : la somme de { $figures ->
    [one] { $figures_number } chiffre
   *[other] { $figures_number } chiffres
}, dans { $registrations ->
    [one] { $registrations_number } inscription
   *[other] { $registrations_number } inscriptions
} de { $partners ->
    [one] { $partners_number } partenaire.
   *[other] { $partners_number } partenaires.
}
trace-some = Les { $shown } plus grands; le fichier les contient tous.
table-traced = Les lignes dont il est la somme
column-author = Par
column-loaded-at = Chargé le
