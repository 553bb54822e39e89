'use client'
import { useEffect, useRef, type ReactNode } from 'react'

type Props = {
  title: string
  children: ReactNode
  yes: string
  no: string
  busy?: boolean
  blocked?: boolean
  danger?: boolean
  onYes: () => void
  onNo: () => void
}

/** A question before something that cannot be undone. The browser's own dialog: focus, Escape and screen readers work. */
export function Ask({ title, children, yes, no, busy, blocked, danger, onYes, onNo }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (element?.showModal) element.showModal()
    else element?.setAttribute('open', '')
    return () => element?.close?.()
  }, [])
  return (
    <dialog
      aria-label={title}
      className="mb-ask"
      onCancel={(event) => {
        event.preventDefault()
        onNo()
      }}
      ref={dialog}
    >
      <h2>{title}</h2>
      {children}
      <div className="mb-ask__buttons">
        <button
          className={`mb-button ${danger ? 'mb-button--danger' : 'mb-button--main'}`}
          disabled={busy || blocked}
          onClick={onYes}
          type="button"
        >
          {yes}
        </button>
        <button className="mb-button" disabled={busy} onClick={onNo} type="button">
          {no}
        </button>
      </div>
    </dialog>
  )
}
