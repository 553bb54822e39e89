import { pinyin } from 'pinyin-pro'

const LONGEST = 64

/** A URL-safe slug for a title in any script: Chinese becomes toneless pinyin, other letters lose their accents. */
export function slugify(title: string): string {
  const spelled = pinyin(title, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(' ')
  const words = spelled
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
  let slug = ''
  for (const word of words) {
    const next = slug ? `${slug}-${word}` : word.slice(0, LONGEST)
    if (next.length > LONGEST) break
    slug = next
  }
  return slug
}
