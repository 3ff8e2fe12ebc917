const loopback = /^(localhost|[\w-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * Which `Host` headers are answered by a server that listens on `host`. On a loopback address only the names of this machine: a page elsewhere
 * whose name suddenly leads here (DNS rebinding) would otherwise read everything through the browser of whoever opens it.
 */
export function hostGuard(host: string): (header: string | undefined) => boolean {
  if (!loopback.test(host.includes(':') ? `[${host}]` : host)) return () => true
  return (header) => loopback.test(URL.parse(`http://${header}`)?.hostname ?? '')
}
