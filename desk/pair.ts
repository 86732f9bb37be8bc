import '#assets/styles/base.css'
import { mount } from 'svelte'
import Pair from './Pair.svelte'

mount(Pair, { target: document.querySelector('#app')! })
