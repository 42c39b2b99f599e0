// What every object of the practice modules is made of. For the compiler of Windows PowerShell 5.1: C# 5.
using System;
using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;

namespace Regroup.Practice
{
    /// <summary>A parameter of a cmdlet that is not simulated: it takes anything, and nothing is done with it.</summary>
    public abstract class Anything
    {
        private readonly object value;
        protected Anything(object value) { this.value = value; }
        public override string ToString() { return Convert.ToString(value, CultureInfo.InvariantCulture); }
    }

    /// <summary>
    /// An object of the modules, as it was when it was read. Properties of an object that another one only named are read
    /// from the practice cluster when one of them is asked for.
    /// </summary>
    public abstract class PracticeObject
    {
        private readonly string type;
        private IDictionary<string, object> values;
        private bool whole;

        protected PracticeObject(string type, IDictionary<string, object> values)
        {
            this.type = type;
            this.values = values;
            // A name alone, or a name and an identity, is what other objects tell of this one.
            whole = values.Count > 4;
        }

        public override string ToString()
        {
            object name;
            return values.TryGetValue("Name", out name) ? Convert.ToString(name, CultureInfo.InvariantCulture) : type;
        }

        /// <summary>As scripts compare: with a text (OwnerNode -eq 'Demo1'), and with another object for the same thing.</summary>
        public override bool Equals(object other)
        {
            string text = other as string;
            PracticeObject practice = other as PracticeObject;
            if (practice != null && practice.type == type)
            {
                object own, its;
                if (values.TryGetValue("Id", out own) && practice.values.TryGetValue("Id", out its)) return object.Equals(own, its);
                text = practice.ToString();
            }
            return text != null && string.Equals(ToString(), text, StringComparison.OrdinalIgnoreCase);
        }

        public override int GetHashCode() { return StringComparer.OrdinalIgnoreCase.GetHashCode(ToString()); }

        protected T Get<T>(string property)
        {
            object value;
            if (!values.TryGetValue(property, out value) && !whole && Link.CanRead(type))
            {
                IDictionary<string, object> all = Link.Read(Identity());
                foreach (KeyValuePair<string, object> known in values) if (!all.ContainsKey(known.Key)) all.Add(known);
                values = all;
                whole = true;
                values.TryGetValue(property, out value);
            }
            return (T)Values.As(value, typeof(T));
        }

        protected void Set(string property, object value)
        {
            Link.Assign(Identity(), property, value);
            values[property] = Values.Sent(value);
        }

        /// <summary>What tells this object apart from others, for the practice cluster.</summary>
        internal IDictionary<string, object> Identity()
        {
            Dictionary<string, object> identity = new Dictionary<string, object>();
            identity["$type"] = type;
            foreach (string property in new string[] { "Id", "Name", "ComputerName", "ClusterObject" })
            {
                object value;
                if (values.TryGetValue(property, out value) && value != null) identity[property] = value;
            }
            return identity;
        }
    }

    /// <summary>An event of the practice cluster.</summary>
    public class EventRecord : PracticeObject
    {
        public EventRecord(IDictionary<string, object> values) : base("EventRecord", values) { }
        public DateTime TimeCreated { get { return Get<DateTime>("TimeCreated"); } }
        public int Id { get { return Get<int>("Id"); } }
        public int Level { get { return Get<int>("Level"); } }
        public string LevelDisplayName { get { return Get<string>("LevelDisplayName"); } }
        public string LogName { get { return Get<string>("LogName"); } }
        public string ProviderName { get { return Get<string>("ProviderName"); } }
        public string MachineName { get { return Get<string>("MachineName"); } }
        public long RecordId { get { return Get<long>("RecordId"); } }
        public string Message { get { return Get<string>("Message"); } }
        /// <summary>The values of the events that cmdlets read values of; empty for others.</summary>
        public EventProperty[] Properties
        {
            get { return Array.ConvertAll(Get<object[]>("Properties"), delegate(object value) { return new EventProperty(value); }); }
        }
    }

    /// <summary>One value of an event.</summary>
    public sealed class EventProperty
    {
        private readonly object value;
        public EventProperty(object value) { this.value = value; }
        public object Value { get { return value; } }
    }

    /// <summary>The clock of the training cluster. Time: simulated milliseconds since its start.</summary>
    public class RegroupClock : PracticeObject
    {
        public RegroupClock(IDictionary<string, object> values) : base("RegroupClock", values) { }
        public TimeSpan Time { get { return Get<TimeSpan>("Time"); } }
    }

    /// <summary>Between what crosses the pipe and what properties are.</summary>
    internal static class Values
    {
        private static readonly DateTime start = new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        internal static double Milliseconds(DateTime time) { return (time.ToUniversalTime() - start).TotalMilliseconds; }

        /// <summary>A value of the pipe as a property of that type.</summary>
        internal static object As(object value, Type type)
        {
            Type inner = Nullable.GetUnderlyingType(type);
            if (inner != null) return value == null ? null : As(value, inner);
            if (type.IsArray) return Items(value, type.GetElementType());
            if (value == null) return type == typeof(string) ? "" : type.IsValueType ? Activator.CreateInstance(type) : null;
            if (type.IsEnum) return Enumeration(value, type);
            if (type == typeof(Guid)) return new Guid(Convert.ToString(value, CultureInfo.InvariantCulture));
            if (type == typeof(DateTime)) return start.AddMilliseconds(Convert.ToDouble(value, CultureInfo.InvariantCulture)).ToLocalTime();
            if (type == typeof(TimeSpan)) return TimeSpan.FromMilliseconds(Convert.ToDouble(value, CultureInfo.InvariantCulture));
            if (type == typeof(object)) return Free(value);
            if (typeof(PracticeObject).IsAssignableFrom(type)) return Free(value);
            return Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
        }

        private static Array Items(object value, Type element)
        {
            IList list = value as IList;
            Array items = Array.CreateInstance(element, list == null ? 0 : list.Count);
            for (int place = 0; place < items.Length; place += 1) items.SetValue(As(list[place], element), place);
            return items;
        }

        /// <summary>'Normal' stands for no flag where an enumeration has no name for that.</summary>
        private static object Enumeration(object value, Type type)
        {
            string text = value as string;
            if (text == null) return Enum.ToObject(type, Convert.ToInt64(value, CultureInfo.InvariantCulture));
            if (text == "Normal" && !Enum.IsDefined(type, text)) return Enum.ToObject(type, 0);
            return Enum.Parse(type, text);
        }

        /// <summary>A value of a property that can be anything.</summary>
        internal static object Free(object value)
        {
            IDictionary<string, object> named = value as IDictionary<string, object>;
            if (named != null)
            {
                object type;
                if (!named.TryGetValue("$type", out type)) return value;
                if ((string)type == "UInt32") return Convert.ToUInt32(named["Value"], CultureInfo.InvariantCulture);
                return Object((string)type, named);
            }
            IList list = value as IList;
            if (list == null) return value;
            object[] items = new object[list.Count];
            for (int place = 0; place < items.Length; place += 1) items[place] = Free(list[place]);
            return items;
        }

        internal static PracticeObject Object(string type, IDictionary<string, object> values)
        {
            switch (type)
            {
                case "EventRecord": return new EventRecord(values);
                case "RegroupClock": return new RegroupClock(values);
                default: return Maker.Make(type, values);
            }
        }

        /// <summary>A value that was assigned, as it would have come over the pipe.</summary>
        internal static object Sent(object value)
        {
            return value is Enum ? value.ToString() : value;
        }
    }

    /// <summary>Nothing can be asked of the practice cluster any more, or not from here.</summary>
    public class PracticeUnavailableException : Exception
    {
        public PracticeUnavailableException(string message) : base(message) { }
    }
}

namespace Microsoft.FailoverClusters.PowerShell
{
    /// <summary>An error of the cluster, with Windows' number inside.</summary>
    public class ClusterCmdletException : Exception
    {
        public ClusterCmdletException(string message, int win32) : base(message, win32 == 0 ? null : new Win32Exception(win32))
        {
            if (win32 != 0) HResult = unchecked((int)0x80070000) | (win32 & 0xffff);
        }
    }

    /// <summary>Whether cluster shared volumes are enabled. Windows takes the text 'Enabled/NoticeRead' for it.</summary>
    public sealed class ClusterSharedVolumesSetting
    {
        private readonly string text;
        public ClusterSharedVolumesSetting(string text) { this.text = text; }
        public override string ToString() { return text; }
    }
}

namespace Microsoft.HyperV.PowerShell
{
    /// <summary>An error of Hyper-V.</summary>
    public class VirtualizationException : Microsoft.FailoverClusters.PowerShell.ClusterCmdletException
    {
        public VirtualizationException(string message, int win32) : base(message, win32) { }
    }
}
