package share

import _ "time/tzdata" // the same zones in a browser as elsewhere
