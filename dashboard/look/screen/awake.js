// The screen stays on while the page is seen, where the browser can do it (over HTTPS or on this machine).

export async function keepAwake() {
  if (!("wakeLock" in navigator)) return
  const hold = async () => {
    if (document.hidden) return
    try {
      await navigator.wakeLock.request("screen")
      document.documentElement.dataset.awake = "true"
    } catch {
      delete document.documentElement.dataset.awake // a battery that runs low refuses it
    }
  }
  document.addEventListener("visibilitychange", hold)
  await hold()
}
