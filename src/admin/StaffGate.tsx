'use client'
import { useAuth } from '@payloadcms/ui'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useStaff } from './useStaff'

/** Whoever still carries a one-time password sees one screen: choose your own. The server refuses everything else anyway. */
export function StaffGate({ children }: { children: ReactNode }) {
  const { user } = useAuth()
  if (!(user as { mustChangePassword?: boolean } | null)?.mustChangePassword) return <>{children}</>
  return <ChangePassword name={String((user as { name?: string }).name ?? '')} />
}

function ChangePassword({ name }: { name: string }) {
  const { call, say } = useStaff()
  const { logOut } = useAuth()
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)

  const change = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [current, password, again] = ['current', 'password', 'again'].map((field) => String(form.get(field) ?? ''))
    if (password !== again) return setFault(say('两次写的新密码不一样。', 'The two new passwords differ.'))
    setBusy(true)
    const answer = await call('/colleagues/me/password', { current, password })
    setBusy(false)
    if (answer.ok) window.location.reload()
    else setFault(answer.error.message)
  }
  const leave = async () => {
    await logOut()
    window.location.reload()
  }
  return (
    <main className="mb-gate">
      <h1>明白</h1>
      <h2>{say(`${name}，先换成自己的密码`, `${name}, choose your own password`)}</h2>
      <p>
        {say(
          '纸条上的密码只用这一次。新密码至少 10 位，大写字母、小写字母、数字、符号里至少有三种。',
          'The password on the slip is good for once. At least 10 characters, three of: upper case, lower case, digits, signs.',
        )}
      </p>
      <form onSubmit={(event) => void change(event)}>
        <label className="mb-field">
          {say('纸条上的密码', 'Password on the slip')}
          <input autoComplete="current-password" autoFocus name="current" required type="password" />
        </label>
        <label className="mb-field">
          {say('新密码', 'New password')}
          <input autoComplete="new-password" minLength={10} name="password" required type="password" />
        </label>
        <label className="mb-field">
          {say('新密码再写一遍', 'New password again')}
          <input autoComplete="new-password" minLength={10} name="again" required type="password" />
        </label>
        <p aria-live="assertive" className="mb-gate__fault">
          {fault}
        </p>
        <div className="mb-ask__buttons">
          <button className="mb-button mb-button--main" disabled={busy} type="submit">
            {say('换密码，开始用', 'Change it and start')}
          </button>
          <button className="mb-button" onClick={() => void leave()} type="button">
            {say('退出登录', 'Sign out')}
          </button>
        </div>
      </form>
    </main>
  )
}
