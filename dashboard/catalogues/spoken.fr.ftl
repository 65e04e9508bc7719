# La page À dire : ce qui peut se dire à voix haute.

page-spoken = À dire
said-in-fr = En français
said-in-en = En anglais
said-note = Ce que compte chaque chiffre
said-note-words = « Plus de » n’est écrit que devant un nombre plus petit que le vrai.
column-said = Tel que dit
column-exactly = Exactement
column-meaning = Ce qu’il compte
column-version = Version
said-edition = { $ordinal ->
    [0] l’édition { $edition }
    [1] la 1re édition régionale
   *[other] la { $number }e édition régionale
} des { $campaign }
said-dated = { $is_one_month ->
    [yes] { $edition }, du { $first } au { $last },
   *[no] { $edition }, du { $first } au { $last },
}
said-opening = { $basis ->
    [none] { $edition } ne compte encore personne{ $region }.
    [expected] { $count ->
        [one] { $edition } devrait rejoindre { $people } personne{ $region }, selon les inscriptions.
       *[other] { $edition } devrait rejoindre { $people } personnes{ $region }, selon les inscriptions.
    }
    [mixed] { $edition } a rejoint ou attend { $people } personnes{ $region }.
   *[done] { $count ->
        [one] { $edition } a rejoint { $people } personne{ $region }.
       *[other] { $edition } a rejoint { $people } personnes{ $region }.
    }
}
said-contributed = { $basis ->
    [none] { $partner } a inscrit { $registrations ->
        [one] { $registrations_number } activité ou geste
       *[other] { $registrations_number } activités ou gestes
    } à { $edition }; le nombre de personnes n’est pas connu.
    [expected] { $partner } devrait rejoindre { $people } { $count ->
        [one] personne
       *[other] personnes
    } par { $registrations ->
        [one] { $registrations_number } activité ou geste inscrit
       *[other] { $registrations_number } activités ou gestes inscrits
    } à { $edition }.
    [mixed] { $partner } a rejoint ou attend { $people } personnes par { $registrations ->
        [one] { $registrations_number } activité ou geste inscrit
       *[other] { $registrations_number } activités ou gestes inscrits
    } à { $edition }.
   *[done] { $partner } a rejoint { $people } { $count ->
        [one] personne
       *[other] personnes
    } par { $registrations ->
        [one] { $registrations_number } activité ou geste inscrit
       *[other] { $registrations_number } activités ou gestes inscrits
    } à { $edition }.
}
said-where = { $where } : { $sentence }
said-partners = { $partners ->
    [one] { $partners_number } partenaire a inscrit
   *[other] { $partners_number } partenaires ont inscrit
} { $registrations ->
    [one] { $registrations_number } activité ou geste.
   *[other] { $registrations_number } activités ou gestes.
}
said-audience = des { $name } ({ $number })
said-audiences = Ce sont surtout { $audiences }.
said-municipalities = { $count ->
    [one] Une municipalité est touchée.
   *[other] { $number } municipalités sont touchées.
}
said-confirmed = Le nombre est confirmé pour { $share } de ces personnes, et annoncé à l’inscription pour les autres.
said-compared = { $direction ->
    [more] C’est { $change } de plus qu’en { $edition }.
    [less] C’est { $change } de moins qu’en { $edition }.
   *[same] C’est autant qu’en { $edition }.
}
said-before = Personnes rejointes en { $edition }
said-fictional = (Données de démonstration, fictives.)
