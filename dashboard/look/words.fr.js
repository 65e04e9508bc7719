// Streamlit's own words in French: its widgets and menus speak English whatever the page's language.
// Only a text that is nothing but one of these is replaced, and never in what a page says of the data.
(() => {
  const WORDS = {
    "About": "À propos",
    "Automatic": "Automatique",
    "Autosize": "Ajuster la largeur",
    "Clear caches": "Vider les caches",
    "Clear selection": "Effacer la sélection",
    "Clear value": "Effacer",
    "Close": "Fermer",
    "Close fullscreen": "Quitter le plein écran",
    "Connecting to Streamlit server": "Connexion au serveur",
    "Connection error": "Connexion perdue",
    "Connection lost. Please wait for the app to reconnect, then try again.":
      "Connexion perdue. Attendez qu’elle revienne, puis recommencez.",
    "Copy column name": "Copier le nom de la colonne",
    "Copy to clipboard": "Copier",
    "Dark": "Sombre",
    "Delete": "Supprimer",
    "Format": "Format",
    "Fullscreen": "Plein écran",
    "Hide column": "Masquer la colonne",
    "Light": "Clair",
    "Loading...": "Chargement…",
    "Localized": "Selon la langue",
    "Main menu": "Menu principal",
    "No results": "Aucun résultat",
    "Open": "Ouvrir",
    "Page not found": "Page introuvable",
    "Pin column": "Épingler la colonne",
    "Please wait...": "Un instant…",
    "Print": "Imprimer",
    "Record screen": "Enregistrer l’écran",
    "Reconnected to server.": "Connexion rétablie.",
    "Rerun": "Relancer",
    "Running...": "En cours…",
    "Search": "Chercher",
    "Select all": "Tout choisir",
    "Settings": "Paramètres",
    "Show/hide columns": "Afficher ou masquer des colonnes",
    "Sort ascending": "Tri croissant",
    "Sort descending": "Tri décroissant",
    "Statistics": "Statistiques",
    "Stop": "Arrêter",
    "Streamlit server is not responding. Are you connected to the internet?":
      "Le serveur ne répond pas. Vérifiez votre connexion.",
    "Unable to connect to Streamlit server": "Le serveur ne répond pas",
    "Stopping...": "Arrêt…",
    "System": "Comme l’appareil",
    "Theme": "Thème",
    "Unpin column": "Libérer la colonne",
    "Upload": "Choisir des fichiers",
    "Uploading...": "Envoi…",
  }
  const SAID = [
    [/^([0-9.]+)\s?MB per file/, "$1\u00a0Mo par fichier"],
    [/^([0-9.]+)\s?([KM])B$/, "$1\u00a0$2o"],
    [/^The page that you have requested does not seem to exist.*/, "Cette page n’existe pas : voici l’accueil."],
  ]
  const ATTRIBUTES = ["aria-label", "title", "placeholder"]
  const OURS = '[data-testid="stHeading"], [data-testid="stMetric"], [data-testid="stCaptionContainer"], svg, canvas'

  const translated = text => {
    const said = text.trim()
    if (Object.hasOwn(WORDS, said)) return text.replace(said, WORDS[said])
    return SAID.reduce((told, [pattern, french]) => told.replace(pattern, french), text)
  }
  const setText = node => {
    const french = translated(node.data)
    if (french !== node.data && !node.parentElement?.closest(OURS)) node.data = french
  }
  const setAttributes = element => {
    for (const name of ATTRIBUTES) {
      const said = element.getAttribute(name)
      if (said && translated(said) !== said) element.setAttribute(name, translated(said))
    }
  }
  const translate = node => {
    if (node.nodeType === Node.TEXT_NODE) setText(node)
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches("svg, canvas")) return
    setAttributes(node)
    for (const child of node.childNodes) translate(child)
  }
  new MutationObserver(changes => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "characterData") setText(target)
      else if (type === "attributes") setAttributes(target)
      else addedNodes.forEach(translate)
    }
  }).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
  })
})()
