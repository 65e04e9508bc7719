// A grid that a narrow screen moves sideways (portee.css) can be moved from the keyboard too.
const MOVED = '[class*="st-key-wide-"] [data-testid="stElementContainer"]'
new MutationObserver(changes => {
  if (!matchMedia("(max-width: 48rem)").matches) return
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) {
      if (node.nodeType === Node.ELEMENT_NODE && node.closest('[data-testid="stMain"]')) {
        for (const grid of document.querySelectorAll(MOVED)) grid.tabIndex = 0
      }
    }
  }
}).observe(document.documentElement, { subtree: true, childList: true })
