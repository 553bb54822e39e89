type Line = { saveData?: boolean; type?: string; effectiveType?: string; downlink?: number }

/** What the phone says about its network; Apple's phones and old browsers say nothing. */
const line = () => (navigator as { connection?: Line }).connection
const UNKNOWN = 1_000_000

/** On a metered or slow line the picture stays small. */
export function frugal(): boolean {
  const { saveData, type, effectiveType = '' } = line() || {}
  return Boolean(saveData || type === 'cellular' || /2g|3g/.test(effectiveType))
}

/** A first guess of what the line carries, until the first pieces are measured. */
export const bitsASecond = () => Math.max(50_000, ((line() || {}).downlink || 0) * 1_000_000 || UNKNOWN)
