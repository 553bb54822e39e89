import { inject } from 'vitest'

/** Every file of the `mongodb` project gets a database of its own on that server (`testRuntime`). */
process.env.DATABASE_URL_TEST = inject('mongoUrl')
