# La page Méthode; ses paragraphes sont dans docs/method.md.

page-method = Méthode
finding-method = Les personnes rejointes sont des contacts, déclarés par les partenaires et comptés une fois par activité.
method-link = Méthode
method-reference = Territoires et populations : d’où ils viennent
method-source = { $title } ({ $licence }). { $mention }
method-published = Chiffres rendus publics
published-people = Personnes
published-partners = Partenaires
published-registrations = Inscriptions
published-activities = Activités
published-milieux = Milieux
column-measure-text = Ce qui est compté
column-source-url = Adresse
open-source = Ouvrir
