import type { ServerProps } from 'payload'
import { clearingWord } from '../seed/clearingWord'
import { ClearDemo } from './ClearDemo'
import { languageOf, sayIn } from './say'

/** Stands over every page of the admin while the demo county is in. One button for the administrator: take it out. */
export async function DemoBanner({ payload, user, i18n }: ServerProps) {
  if (!user) return null
  const settings = await payload.findGlobal({ slug: 'settings', depth: 0 })
  if (!settings.demo) return null
  const say = sayIn(languageOf(i18n?.language))
  const admin = ((user as { roles?: string[] }).roles ?? []).includes('admin')
  return (
    <aside
      aria-label={say('演示数据', 'Demo data')}
      style={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: '0.5rem 1.5rem',
        alignItems: 'center',
        padding: '0.5rem 1.5rem',
        borderBottom: '1px solid currentColor',
        background: '#FAF7F0',
        color: '#1B1A17',
      }}
    >
      <span>
        <strong>{say('演示数据', 'Demo data')}</strong>
        {say(
          ' 望禾县是编的，法律条文是真的。搜索引擎不收录。',
          ' The county is invented, the statutes are real. Search engines are kept out.',
        )}
      </span>
      {admin && <ClearDemo word={clearingWord} />}
    </aside>
  )
}
