import '#assets/styles/base.css'
import { keepShell } from '#assets/hub/keep-shell.ts'
import { mount } from 'svelte'
import App from './App.svelte'

mount(App, { target: document.querySelector('#app')! })
void keepShell('/display/')
