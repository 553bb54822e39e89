const SHORTEST = 10
const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/]

/** Whether a password a person chose will do: at least ten characters, three kinds of them, without the user name. */
export function isStrong(password: string, username: string): boolean {
  const kinds = classes.filter((kind) => kind.test(password)).length
  const named = username.length > 2 && password.toLowerCase().includes(username.toLowerCase())
  return [...password].length >= SHORTEST && password.length <= 128 && kinds >= 3 && !named
}
