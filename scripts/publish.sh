# Sourced after need.sh. publish PROJECT FOLDER: builds a program as it is given to people, for this machine.
publish() { dotnet publish "$1" --nologo -v quiet -c Release -r "$(runtime_id)" --self-contained false -p:PublishReadyToRun=true -o "$2"; }
