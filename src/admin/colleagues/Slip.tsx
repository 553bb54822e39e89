'use client'
import { useStaff } from '../useStaff'

export type Login = { id: string; name: string; username: string; password: string; signIn: string }

/** The one-time password, shown this once; the button opens the printable slip with its QR code in a new page. */
export function Slip({ login, onClose }: { login: Login; onClose: () => void }) {
  const { say, language, address } = useStaff()
  return (
    <form action={address('/colleagues/slip')} className="mb-sheet" method="post" target="_blank">
      <p>
        {say('一次性密码只显示这一次：', 'The one-time password is shown only now: ')}
        <strong>
          {login.username} / <code>{login.password}</code>
        </strong>
      </p>
      <input name="name" type="hidden" value={login.name} />
      <input name="username" type="hidden" value={login.username} />
      <input name="password" type="hidden" value={login.password} />
      <input name="language" type="hidden" value={language} />
      <div className="mb-ask__buttons">
        <button className="mb-button mb-button--main" type="submit">
          {say('打印登录小条', 'Print the slip')}
        </button>
        <button className="mb-button" onClick={onClose} type="button">
          {say('好了', 'Done')}
        </button>
      </div>
    </form>
  )
}
