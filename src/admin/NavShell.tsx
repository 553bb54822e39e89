'use client'
import { Hamburger, useNav, useTranslation } from '@payloadcms/ui'
import type { ReactNode } from 'react'

/** Payload's side bar, with its own opening and closing, around our words. */
export function NavShell({ children }: { children: ReactNode }) {
  const { hydrated, navOpen, navRef, setNavOpen, shouldAnimate } = useNav()
  const { t } = useTranslation()
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
