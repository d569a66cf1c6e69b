# Puts the parts that are marked in the launcher of a checkout (-v common=FILE) into that of an installation.
/^# \[here: / {
    name = $3
    while ((getline line < common) > 0) {
        if (line == "# both]") inside = 0
        if (inside) print line
        if (line == "# [both: " name) { inside = 1; found = 1 }
    }
    close(common)
    if (!found) { print "no part " name > "/dev/stderr"; exit 1 }
    found = 0
    next
}
{ print }
