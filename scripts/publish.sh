# Sourced after need.sh. publish PROJECT FOLDER: builds a program as it is given to people, for this machine.
publish() { dotnet publish "$1" --nologo -v "${verbosity:-quiet}" -c Release -r "$(runtime_id)" --self-contained false -p:PublishReadyToRun=true -o "$2"; }

# The same for somebody who watches: says each step, and every five seconds that it goes on.
publish_aloud() { verbosity=minimal publish "$1" "$2" 2>&1 | narrate; }

# Reads what a build writes and says what a person wants to know of it. Whatever goes wrong is shown as it is.
narrate() {
  local line began=$SECONDS status
  while true; do
    if IFS= read -r -t 5 line; then
      case $line in
        *'Determining projects to restore'*) echo "  bringing packages" ;;
        *'Restored '*) ;;
        *': npm '*|'npm '*) echo "  ${line##*: }" ;;
        *' -> '*.dll) line=${line%% -> *}; echo "  compiled ${line##* }" ;;
        *' -> '*) echo "  built" ;;
        *[![:space:]]*) echo "$line" ;;
      esac
    else
      status=$?
      ((status > 128)) || return 0
      echo "  ... $((SECONDS - began)) s"
    fi
  done
}
