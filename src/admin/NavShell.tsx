'use client'
import { Hamburger, useNav, useTranslation } from '@payloadcms/ui'
import { useSyncExternalStore, type ReactNode } from 'react'

/** From here on the style sheet keeps the bar in sight; below, Payload's menu button opens it. */
const WIDE = '(min-width: 1024px)'

/** Payload's side bar around our words: always there on a desk, behind the menu button on a phone. */
export function NavShell({ children }: { children: ReactNode }) {
  const { hydrated, navOpen, navRef, setNavOpen, shouldAnimate } = useNav()
  const { t } = useTranslation()
  const wide = useSyncExternalStore(onResize, isWide, () => true)
  const state = [navOpen && 'nav--nav-open', shouldAnimate && 'nav--nav-animate', hydrated && 'nav--nav-hydrated']
  return (
    <aside className={['nav', 'mb-nav', ...state].filter(Boolean).join(' ')} inert={!navOpen && !wide}>
      <div className="nav__scroll" ref={navRef}>
        <nav className="nav__wrap">{children}</nav>
        <div className="nav__header">
          <div className="nav__header-content">
            <button
              aria-label={t('general:close')}
              className="nav__mobile-close"
              onClick={() => setNavOpen(false)}
              tabIndex={navOpen ? undefined : -1}
              type="button"
            >
              <Hamburger isActive />
            </button>
          </div>
        </div>
      </div>
    </aside>
  )
}

const isWide = () => window.matchMedia(WIDE).matches
function onResize(changed: () => void): () => void {
  const query = window.matchMedia(WIDE)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}
