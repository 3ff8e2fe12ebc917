import ipaddr from 'ipaddr.js'

const GLOBAL_UNICAST_V6 = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * True for an ordinary address of the public internet: IPv4 unicast outside every special block, or IPv6 inside 2000::/3
 * outside every special block. Forms that carry an IPv4 address inside (mapped, compatible, NAT64, 6to4, Teredo) are refused whole:
 * no honest name server answers with them, and each has been a way around a filter.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.startsWith('[') && address.endsWith(']') ? address.slice(1, -1) : address
  if (!ipaddr.isValid(bare) || bare.includes('%')) return false
  const parsed = ipaddr.parse(bare)
  if (parsed instanceof ipaddr.IPv6) return parsed.range() === 'unicast' && parsed.match(GLOBAL_UNICAST_V6)
  return ipaddr.IPv4.isValidFourPartDecimal(bare) && parsed.range() === 'unicast'
}
