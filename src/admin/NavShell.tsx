'use client'
import { Hamburger, useNav, useTranslation } from '@payloadcms/ui'
import { useEffect, type ReactNode } from 'react'

const WIDE = 1200

/** Payload's side bar, with its own opening and closing, around our words. */
export function NavShell({ children }: { children: ReactNode }) {
  const { hydrated, navOpen, navRef, setNavOpen, shouldAnimate } = useNav()
  const { t } = useTranslation()
  // Payload hides the bar below 1440 px; county desks have 1366, and five words take little room.
  useEffect(() => {
    if (hydrated && window.innerWidth >= WIDE) setNavOpen(true)
  }, [hydrated, setNavOpen])
  const state = [navOpen && 'nav--nav-open', shouldAnimate && 'nav--nav-animate', hydrated && 'nav--nav-hydrated']
  return (
    <aside className={['nav', 'mb-nav', ...state].filter(Boolean).join(' ')} inert={!navOpen}>
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
