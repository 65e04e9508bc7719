# Pourquoi les chiffres ont changé d’une édition à l’autre.

why-title = Pourquoi ça a changé
why-since = Pourquoi ça a changé depuis { $edition }
why-from = De l’édition
why-to = À l’édition
why-by = Découper la variation par
why-by-part = Partenaires
why-by-head = Nombre de partenaires
why-by-mrc = MRC
why-by-place = Municipalités
why-by-audience = Publics
why-by-sector = Milieux
why-chart = { $way ->
    [part] De { $before } à { $now } : personnes rejointes, selon ce que font les partenaires
    [head] De { $before } à { $now } : nombre de partenaires
    [mrc] De { $before } à { $now } : personnes rejointes, par MRC
    [place] De { $before } à { $now } : personnes rejointes, par municipalité
    [audience] De { $before } à { $now } : personnes rejointes, par public
   *[sector] De { $before } à { $now } : personnes rejointes, par milieu
 }
why-note = Chaque barre part d’où la précédente s’arrête : leur somme est exactement la variation.
why-note-definition = Chaque barre part d’où la précédente s’arrête : leur somme est exactement la variation. Les barres hachurées viennent d’un changement de définition, pas de ce que les partenaires ont fait.
why-part-new = Nouveaux partenaires
why-part-returning = Partenaires de retour
why-part-more = Font plus
why-part-less = Font moins
why-part-lost = Partenaires absents
why-part-audiences = Publics comptés une année seulement
why-part-basis = Autre base : prévu ou confirmé
why-others = { $count ->
    [one] Une autre
   *[other] Les { $count } autres
 }
why-bar = Qui est derrière une barre
why-behind = { $bar } : les partenaires
why-behind-note = La plus grande variation d’abord. Seul compte ici ce qui se compare d’une édition à l’autre et que les filtres gardent.
why-unavailable = Les partenaires derrière une variation sont ceux des données actuelles : cette version antérieure ne les a pas. Revenez aux données actuelles pour voir pourquoi les chiffres ont changé.
why-same-day = Les inscriptions de { $now } arrivent encore : { $before } est prise à pareille date, telle qu’annoncée au { $day }.
why-no-same-day = Les inscriptions de { $now } arrivent encore et l’ouverture de { $before } n’est pas connue : rien ne se compare à pareille date.
why-total = { $direction ->
    [more] De { $before } à { $now }, { $count ->
        [one] { $number } personne rejointe de plus.
       *[other] { $number } personnes rejointes de plus.
    }
    [less] De { $before } à { $now }, { $count ->
        [one] { $number } personne rejointe de moins.
       *[other] { $number } personnes rejointes de moins.
    }
   *[same] De { $before } à { $now }, autant de personnes rejointes.
 }
why-definition = Un changement de définition y compte pour { $change }; à définition égale, la variation est de { $rest }.
why-main = Surtout { $part }.
why-against = En sens contraire, { $part }.
why-weighed = { $part ->
    [new] { $count ->
        [one] { $number } nouveau partenaire ({ $change })
       *[other] { $number } nouveaux partenaires ({ $change })
    }
    [returning] { $count ->
        [one] { $number } partenaire de retour ({ $change })
       *[other] { $number } partenaires de retour ({ $change })
    }
    [more] { $count ->
        [one] { $number } partenaire qui fait plus ({ $change })
       *[other] { $number } partenaires qui font plus ({ $change })
    }
    [less] { $count ->
        [one] { $number } partenaire qui fait moins ({ $change })
       *[other] { $number } partenaires qui font moins ({ $change })
    }
   *[lost] { $count ->
        [one] { $number } partenaire absent ({ $change })
       *[other] { $number } partenaires absents ({ $change })
    }
 }
