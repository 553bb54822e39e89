/** What the resident chose, on the resident's own phone. A private window may refuse: then nothing is remembered. */
export const chosen = (name: string): string => {
  try {
    return localStorage.getItem(name) || ''
  } catch {
    return ''
  }
}

export function choose(name: string, value: string): void {
  try {
    if (value) localStorage.setItem(name, value)
    else localStorage.removeItem(name)
  } catch {
    return
  }
}
