console.error('no verbs yet')
