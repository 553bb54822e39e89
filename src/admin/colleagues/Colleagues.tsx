'use client'
import { useAuth, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useState, type FormEvent } from 'react'
import { roleLabels, roles } from '../../lib/roles'
import { Ask } from '../Ask'
import { useStaff, type Refusal } from '../useStaff'
import { Slip, type Login } from './Slip'

type Office = { id: string; name: string }

/** Above the list of colleagues: an account with a one-time password, and the slip to hand over. No mail needed. */
export function AddColleague() {
  const { call, say, language } = useStaff()
  const { config } = useConfig()
  const mayAdd = useMayAdd()
  const [open, setOpen] = useState(false)
  const [offices, setOffices] = useState<Office[]>([])
  const [fault, setFault] = useState<Refusal | null>(null)
  const [login, setLogin] = useState<Login | null>(null)

  useEffect(() => {
    if (!open) return
    const url = formatAdminURL({ apiRoute: config.routes.api, path: '/offices?limit=500&depth=0&sort=name' })
    void fetch(url, { credentials: 'same-origin' })
      .then((answer) => answer.json() as Promise<{ docs: Office[] }>)
      .then(({ docs }) => setOffices(docs))
  }, [open, config.routes.api])

  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const answer = await call<Login>('/colleagues', {
      name: form.get('name'),
      username: form.get('username'),
      roles: form.getAll('roles'),
      office: form.get('office') || null,
    })
    if (!answer.ok) return setFault(answer.error)
    setFault(null)
    setOpen(false)
    setLogin(answer.body)
  }
  if (!mayAdd) return null
  if (login) return <Slip login={login} onClose={() => window.location.reload()} />
  if (!open)
    return (
      <p>
        <button className="mb-button mb-button--main" onClick={() => setOpen(true)} type="button">
          {say('加一位同事，打印登录小条', 'Add a colleague and print the slip')}
        </button>
      </p>
    )
  return (
    <form className="mb-sheet" onSubmit={(event) => void add(event)}>
      <label className="mb-field">
        {say('姓名', 'Name')}
        <input autoFocus maxLength={40} name="name" required />
      </label>
      <label className="mb-field">
        {say('用户名（小写字母和数字）', 'User name (letters and digits)')}
        <input
          autoCapitalize="none"
          autoComplete="off"
          maxLength={32}
          name="username"
          pattern="[A-Za-z0-9][A-Za-z0-9._\-]+"
          required
        />
      </label>
      <label className="mb-field">
        {say('单位', 'Office')}
        <select name="office" required>
          {offices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="mb-field">
        <legend>{say('角色', 'Roles')}</legend>
        {roles.map((role) => (
          <label key={role}>
            <input defaultChecked={role === 'editor'} name="roles" type="checkbox" value={role} />{' '}
            {roleLabels[role][language]}
          </label>
        ))}
      </fieldset>
      {fault && <p className="mb-gate__fault">{fault.message}</p>}
      <div className="mb-ask__buttons">
        <button className="mb-button mb-button--main" type="submit">
          {say('加上', 'Add')}
        </button>
        <button className="mb-button" onClick={() => setOpen(false)} type="button">
          {say('先不', 'Not now')}
        </button>
      </div>
    </form>
  )
}

/** On one colleague's page: a fresh one-time password for somebody who forgot theirs. */
export function ResetPassword() {
  const { id } = useDocumentInfo()
  const mayAdd = useMayAdd()
  const { i18n } = useTranslation()
  const { call, say } = useStaff()
  const [asking, setAsking] = useState(false)
  const [login, setLogin] = useState<Login | null>(null)
  const [fault, setFault] = useState('')
  if (!id || !mayAdd) return null
  const reset = async () => {
    const answer = await call<Login>(`/colleagues/${String(id)}/reset`, {})
    setAsking(false)
    if (answer.ok) setLogin(answer.body)
    else setFault(answer.error.message)
  }
  return (
    <div className="mb-review-buttons" lang={i18n.language}>
      <button className="mb-button" onClick={() => setAsking(true)} type="button">
        {say('重设密码', 'Reset the password')}
      </button>
      {fault && <span className="mb-gate__fault">{fault}</span>}
      {asking && (
        <Ask
          danger
          no={say('先不', 'Not now')}
          onNo={() => setAsking(false)}
          onYes={() => void reset()}
          title={say('重设这位同事的密码？', "Reset this colleague's password?")}
          yes={say('重设', 'Reset')}
        >
          <p>
            {say(
              '原来的密码马上失效，会得到一个一次性密码。',
              'The old password stops working at once; a one-time password replaces it.',
            )}
          </p>
        </Ask>
      )}
      {login && <Slip login={login} onClose={() => setLogin(null)} />}
    </div>
  )
}

/** Accounts are the administrator's; the server says so too. */
function useMayAdd(): boolean {
  const { permissions } = useAuth()
  return Boolean(permissions?.collections?.users?.create)
}
